import type { Description } from '#components/ui/description-list';
import type { Formatter } from '#lib/i18n/format';
import type messages from '#messages/en.json';
import { recordDate } from './record-date';
import { codeWords, type Words } from './record-says';

type Field = keyof (typeof messages)['records']['field'];

/** Null: seldom written, and not missed where it is not. */
export type Fact = Description | null;

/** Says single facts of a record to its reader. */
export class FactWords {
  constructor(
    readonly t: Words,
    readonly format: Formatter,
  ) {}

  /** Left out where there is none. */
  known(field: Field, value: string | null | undefined): Fact {
    return value ? this.asked(field, value) : null;
  }

  /** "Not recorded" where there is none: who reads it looks for it. */
  asked(field: Field, value: string | null | undefined): Fact {
    return { term: this.t(`field.${field}`), value: value ?? null };
  }

  date(written: string | undefined): string | null {
    return written ? recordDate(written, this.format) : null;
  }

  number(written: string | number | undefined): string | null {
    return written === undefined ? null : this.format.number(written);
  }

  choice(code: string | undefined): string | null {
    return codeWords('choice', code, this.t);
  }

  /** Why there is no value: absent is neither zero nor negative. */
  absent(code: string | undefined): Fact {
    return this.known('absent', codeWords('absentReason', code, this.t));
  }

  parts(components: readonly { text: string; value?: string }[] = []): Fact[] {
    return components.map(({ text, value }) => ({ term: text, value: value ?? null }));
  }
}
