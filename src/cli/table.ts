import { printable } from './output.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** Lines of a plain text table: a title line, a rule, a line per row. Amounts and counts go to the right. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const clean = rows.map((row) => row.map(printable));
  const widths = columns.map((column, index) =>
    Math.max(column.title.length, ...clean.map((row) => (row[index] ?? '').length)),
  );
  function line(cells: readonly string[]): string {
    const padded = columns.map((column, index) => {
      const cell = cells[index] ?? '';
      const width = widths[index] ?? 0;
      return column.align === 'right' ? cell.padStart(width) : cell.padEnd(width);
    });
    return padded.join('  ').trimEnd();
  }
  return [
    line(columns.map((column) => column.title)),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...clean.map(line),
  ];
}
