import type { Guide } from './guide.ts';

/** A guide as it is kept: what identifies it, and its index as text (the form is described at `readGuideText`). */
export interface GuideSource extends Omit<Guide, 'children'> {
  readonly text: string;
}
