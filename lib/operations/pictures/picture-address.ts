/** Where a portrait stands in version 1, which is what a profile says of it. */
export const pictureAddress = (id: string): string => `/api/v1/pictures/${id}`;
