/** In which the middleware tells a page its own address. The front server takes it away from clients. */
export const pageAddressHeader = 'x-medisecure-page';
