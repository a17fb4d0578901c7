const CODE = /^[A-Za-z0-9]{1,6}$/;

/**
 * A code of an acknowledgment as it may be kept in facts and shown: one to six letters and digits. Anything else is
 * left out ('') because it is no code of any list, and what slipped into its place may be a person's data.
 */
export function keptCode(text: string | undefined): string {
  return text !== undefined && CODE.test(text) ? text : '';
}
