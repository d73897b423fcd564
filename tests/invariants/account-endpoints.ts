interface NamedTest {
  /** What it is answered in that test, or seen to do. */
  readonly status: string;
  readonly file: string;
  readonly title: string;
}

interface AccountEndpoint {
  readonly lines: readonly string[];
  readonly tests: readonly NamedTest[];
}

const tests = (file: string, titles: Readonly<Record<string, string>>): NamedTest[] =>
  Object.entries(titles).map(([status, title]) => ({
    status,
    title,
    file: `tests/operations/${file}.test.ts`,
  }));

/** The lines by which somebody governs their own account, and the tests of what is theirs alone. */
export const accountEndpoints: readonly AccountEndpoint[] = [
  {
    lines: ['GET /users/me', 'PUT /users/me'],
    tests: [
      ...tests('accounts/profile', {
        200: 'changes what is given, keeps what is not, and clears what is null',
        412: 'is not overwritten by whoever has read an older one',
        422: 'answers 422 for %s = %j',
        '200, in the log': 'says in the log which fields, and not what they say',
      }),
    ],
  },
  {
    lines: ['DELETE /users/me'],
    tests: [
      ...tests('accounts/closing', {
        204: 'signs out everywhere at once, refuses the next sign-in as any other, and keeps the rows',
        '204, undone': 'is undone by the mailed link for 30 days, once',
        '204, visits':
          'cancels the visits to come with it, and is refused to a doctor whom patients are booked with',
        401: 'asks for a fresh proof first',
        409: 'is refused to the last admin, also of two who leave at the same moment',
      }),
    ],
  },
  {
    lines: ['GET /users/me/devices', 'DELETE /users/me/devices/{id}'],
    tests: [
      ...tests('devices/devices', {
        200: 'tells two browsers of one kind apart, and which one this is',
        204: 'ends its sessions and its trust; signing in there again is news to the owner',
        404: 'answers the same for somebody else’s device and for one that is not there',
      }),
    ],
  },
  {
    lines: ['POST /users/me/change-password'],
    tests: [
      ...tests('passwords/change', {
        204: 'ends every other session at once, at the portal and at the API, and keeps its own',
        '204, once': 'sets one password of eight parallel changes',
        401: 'asks for a fresh second factor of those who have one, and of the others for nothing but the password',
        '403 and 422': 'answers 403 to a wrong current one, and 422 with every broken rule of the new one',
        '422, history': 'refuses the last ten, the one that stands among them, and takes the eleventh back',
        429: 'answers 429 after five wrong current ones, and to that account alone',
      }),
      ...tests('passwords/breach', { '422, breached': 'is refused at a change, a reset and an invitation' }),
    ],
  },
  {
    lines: ['GET /users/me/sessions', 'DELETE /users/me/sessions', 'DELETE /users/me/sessions/{id}'],
    tests: [
      ...tests('sessions/end-and-extend', {
        '200, 204 and then 401':
          'really ends it: the id comes from the list, and the very next request is refused',
        404: 'answers the same for somebody else’s, an unknown and an ended one',
      }),
    ],
  },
];
