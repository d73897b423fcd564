export interface Ban {
  readonly name: string;
  readonly pattern: RegExp;
  /** Where it is allowed. */
  readonly except: RegExp;
  /** Looks into comments as well. */
  readonly inComments?: true;
}

const nowhere = /^$/;
const tests = /^tests\//;
const commandLine = /^(lib\/transport\/(cli|start)\/|tests\/)/;
const platform = /^(lib\/platform\/|tests\/)/;
// Next replaces `process.env.…` in these two while it builds.
const environment = /^(lib\/platform\/|tests\/|(?:instrumentation|next\.config)\.ts$)/;
const database = /^(db\/|tests\/)/;

/** What the source may not say, whoever means well. The rest is Biome's and the compiler's. */
export const bans: readonly Ban[] = [
  { name: 'console is for the command line', pattern: /\bconsole\./, except: commandLine },
  {
    name: 'time comes from the clock',
    pattern: /\bDate\.now\b|\bnew Date\b|\bTemporal\.Now\b/,
    except: platform,
  },
  { name: 'chance is for keys, and they use node:crypto', pattern: /\bMath\.random\b/, except: nowhere },
  { name: 'the environment is read once, in lib/platform', pattern: /\bprocess\.env\b/, except: environment },
  { name: 'the content policy drops style attributes', pattern: /\sstyle=/, except: tests },
  { name: 'next/image writes a style attribute', pattern: /['"]next\/image['"]/, except: nowhere },
  { name: 'raw SQL is never built from text', pattern: /\bsql\.(?:raw|identifier)\b/, except: nowhere },
  { name: 'SQL lives in db/', pattern: /\b(?:tx|sql)(?:<[^`]*>)?`|\.unsafe\(/, except: database },
  {
    name: 'SQL lives in db/',
    pattern: /['"`]\s*(?:select\s.+\sfrom\s|insert\s+into\s|delete\s+from\s|update\s+\w+\s+set\s)/,
    except: database,
  },
  {
    name: 'queries take the time of the app: app.now()',
    pattern: /(?<!\.)\bnow\(\)\s*[-+,)]/,
    except: /^(?!db\/queries\/)/,
  },
  {
    name: 'sides are logical: ms-, me-, ps-, pe-, start-, end-',
    pattern:
      /["'`\s]-?(?:(?:ml|mr|pl|pr|left|right|border-[lr]|rounded-[lr])-[\w[]|(?:text|float|clear)-(?:left|right)\b)/,
    except: /^(?!app\/|components\/)/,
  },
  {
    name: 'the compiler is not silenced',
    pattern: /@ts-(?:ignore|nocheck|expect-error)/,
    except: tests,
    inComments: true,
  },
  {
    name: 'what is not finished is not written down as code',
    pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/,
    except: nowhere,
    inComments: true,
  },
];

/** Names that say nothing. */
export const emptyName = /(^|[/-])(utils?|helpers?|common|misc|shared)(\/|\.|$)/;

/** Next prescribes brackets, parentheses and its own file names; everything else is kebab-case. */
export const wellNamed = /^[a-z0-9.-]+$|^\[[\w.[\]]+\]$|^\([a-z-]+\)$/;

export const longestFile = 250;
