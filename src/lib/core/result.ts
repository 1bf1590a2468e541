/** What a decision answers: a value, or an error that is itself a value with a code. */

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<C extends string> = { readonly ok: false; readonly error: CodedError<C> };
export type Result<T, C extends string = string> = Ok<T> | Refused<C>;

/** An error as a value: a code of the form `'domain/what-is-wrong'`; its words are in the message files. */
export type CodedError<C extends string = string> = { readonly code: C };

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const refused = <C extends string>(code: C): Refused<C> => ({ ok: false, error: { code } });
