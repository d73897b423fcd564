/**
 * Every style attribute that server HTML may contain: five constants of react-aria-components 1.22.1 and nothing of
 * ours. The policy admits their hashes only, so a browser ignores any other. The list belongs to that exact version.
 */
export const allowedStyleAttributes = [
  // visually hidden, absolute
  'border:0;clip:rect(0 0 0 0);clip-path:inset(50%);height:1px;margin:-1px;overflow:hidden;padding:0;position:absolute;width:1px;white-space:nowrap',
  // visually hidden, fixed
  'border:0;clip:rect(0 0 0 0);clip-path:inset(50%);height:1px;margin:-1px;overflow:hidden;padding:0;position:fixed;width:1px;white-space:nowrap;top:0;left:0',
  '--table-row-level:1',
  'unicode-bidi:isolate',
  'caret-color:transparent',
] as const;
