import { z } from 'zod';
import { markDeviceSessionsRevoked } from '#db/queries/sessions';
import { lockDevice, markDeviceRemoved } from '#db/queries/user-devices';
import { deviceId } from '#lib/platform/ids';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** S44: a device that is out of hand. Its sessions and its trust end; whoever signs in there again is new to the account. */
export const removeDevice = defineOperation({
  name: 'devices.remove',
  kind: 'command',
  rest: 'DELETE /users/me/devices/{id}',
  successStatus: 204,
  summary: 'Remove a device',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({ id: deviceId }),
  output: z.void(),
  errors: ['not_found'],
  audit: { event: 'REMOVE_DEVICE', resource: 'device' },
  example: { input: { id: '01920000-0000-7000-8000-000000000007' }, output: undefined },
  subject: async ({ tx, input }) => ((await lockDevice(tx, input.id)) ? ownRows() : null),

  async handle({ tx, input, audit }) {
    await markDeviceRemoved(tx, input.id);
    audit({ additional_info: { ended: await markDeviceSessionsRevoked(tx, input.id) } });
  },
});
