import { Fragment, type ReactNode } from 'react';

/** A host name that, where there is no room for the whole of it, goes on in the next line after a dot and nowhere else. */
export function LongName({ name }: { readonly name: string }): ReactNode {
  return name.split(/(?<=\.)/).map((part, index) => (
    <Fragment key={`${index} ${part}`}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
