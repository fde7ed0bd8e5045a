export * from './calendar.js';
export * from './letter-states.js';
export * from './limits.js';
export * from './reference-number.js';
export * from './screening-rules.js';
export * from './sectors.js';
export * from './shown-name.js';
export * from './words.js';
