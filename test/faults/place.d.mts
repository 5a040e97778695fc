export function stateOf(path: string): string;
