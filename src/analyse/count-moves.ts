import { type ComparedFirm, type Move, moves } from '../model/compared.js';

/** How many firms moved in each way, also where none did. */
export function countMoves(firms: readonly ComparedFirm[]): Record<Move, number> {
  const counts = Object.fromEntries(moves.map((move) => [move, 0])) as Record<Move, number>;
  for (const { move } of firms) counts[move]++;
  return counts;
}
