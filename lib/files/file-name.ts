import { endingOf, fileKinds, type MediaType } from './file-kind';

/** Controls, marks that turn the direction of writing, and what separates folders or has a meaning in some system. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\/:*?"<>|]/gu;
const longest = 120;

/**
 * The name under which a file may be saved: whatever it was called, one that cannot lead out of a folder, hides nothing,
 * and ends as what it is (`photo\u202Egpj.exe` of a PDF becomes `photogpj.exe.pdf`).
 */
export function savedName(name: string, type: MediaType): string {
  const clean = [...name.replace(unsafe, '').trim().replace(/^\.+/, '')].slice(0, longest).join('').trim();
  const endings: readonly string[] = fileKinds[type];
  const ending = endingOf(clean);
  if (clean === '') return `document.${endings[0]}`;
  return ending !== null && endings.includes(ending) ? clean : `${clean}.${endings[0]}`;
}
