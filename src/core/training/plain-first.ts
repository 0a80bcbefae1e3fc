/** What the user reads while a victim is trained plainly, for a defense that goes on from there under the name `stage`. */
export const plainFirst = (stage: string): string => `${stage}, plainly first`;
