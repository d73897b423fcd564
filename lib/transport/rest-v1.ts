import { getMe } from '#lib/operations/users/get-me';
import { type RestRoute, route } from './rest-route';

/** Version 1, frozen: what stands here is what the clients of version 1 were promised. */
export const restV1: readonly RestRoute[] = [route('GET /users/me', getMe)];
