/**
 * An object that is being put together member by member. Spreading a part for each optional member reads better and
 * takes half the time of reading a file, so that it is kept for what is seldom there.
 */
export type Building<T> = { -readonly [Key in keyof T]: T[Key] };
