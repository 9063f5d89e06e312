/** The folder for a cache where none is named; folders that begin with a dot are never searched for reports. */
export const defaultCache = '.nianbao-cache';
