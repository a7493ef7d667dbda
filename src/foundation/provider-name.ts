/** The services, by the word that workflows use for them. */
export const PROVIDERS = ['xtc', 'errthquake'] as const
export type ProviderName = (typeof PROVIDERS)[number]
