/** Where a figure of a profile comes from: a public text, or a stated assumption. */
export type SourceNote =
  | {
      readonly document: string;
      readonly issuer: string | null;
      readonly clause: string | null;
      readonly date: string | null;
    }
  | { readonly assumed: true; readonly reason: string };
