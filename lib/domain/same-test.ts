interface Tested {
  readonly text: string;
  readonly code?: string | undefined;
  readonly code_system?: string | undefined;
  readonly unit?: string | undefined;
}

/** Which test it is: by its code, or where there is none by its words. */
export const testOf = ({ code, code_system, text }: Tested): string =>
  JSON.stringify(code ? [code_system, code] : text.toLowerCase());

/** Only the same test in the same unit is compared: a line through two units tells of a change that never was. */
export const seriesOf = (content: Tested): string => JSON.stringify([testOf(content), content.unit ?? null]);
