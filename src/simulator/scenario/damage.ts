import type { RemittanceWishes } from './planned-remittance.ts';

/** Breaks a file that is written under `~`, in the way that was wished for. */
export function damaged(text: string, damage: NonNullable<RemittanceWishes['damage']>): string {
  switch (damage) {
    case 'missing-se':
      return text.replace(/SE\*\d+\*\d+~/, '');
    case 'wrong-count':
      return text.replace(/SE\*(\d+)\*/, (_, count) => `SE*${Number(count) + 1}*`);
    case 'cut':
      return cutText(text);
    default:
      return damage satisfies never;
  }
}

/** What stands there while a file is uploaded: it ends within a segment. */
export function cutText(text: string): string {
  const half = text.slice(0, Math.ceil(text.length / 2));
  return half.endsWith('~') ? half.slice(0, -1) : half;
}
