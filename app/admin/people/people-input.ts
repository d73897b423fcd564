type Values = Readonly<Record<string, string | undefined>>;

const roles = ['patient', 'doctor', 'admin'] as const;

const states = ['active', 'invited', 'disabled', 'deleted'] as const;

const orders = {
  newest: { sort_by: 'created_at', sort_order: 'desc' },
  oldest: { sort_by: 'created_at', sort_order: 'asc' },
  email: { sort_by: 'email', sort_order: 'asc' },
  email_desc: { sort_by: 'email', sort_order: 'desc' },
  role: { sort_by: 'role', sort_order: 'asc' },
  role_desc: { sort_by: 'role', sort_order: 'desc' },
} as const;

const flags = { yes: true, no: false } as const;

/** The filters and the order of an address. What says nothing that the list knows is left out. */
export function peopleInput({ role, verified, state, sort }: Values) {
  return {
    role: roles.find((each) => each === role),
    state: states.find((each) => each === state),
    is_verified: verified && verified in flags ? flags[verified as keyof typeof flags] : undefined,
    ...orders[sort && sort in orders ? (sort as keyof typeof orders) : 'newest'],
  };
}
