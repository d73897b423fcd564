/** COSE (RFC 9053): EdDSA, ES256 and RS256, what every authenticator speaks one of. The better ones first. */
export const algorithms = [-8, -7, -257];
