/** The services, by the word that workflows use for them. */
export const PROVIDERS = ['xtc', 'errthquake'] as const
export type ProviderName = (typeof PROVIDERS)[number]

/** Their names for people. */
export const PROVIDER_NAMES: Record<ProviderName, string> = { xtc: 'XTC', errthquake: 'Errthquake' }
