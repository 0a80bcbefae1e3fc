/** Items in a served list when no attack says how many it asks for: as many as Zhang et al. 2024 serve. */
export const usualLength = 100;
