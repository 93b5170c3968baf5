/** One text of everything that has broken a CLIXML writer or reader: the tests of this folder put it wherever text can stand. */
export const NASTY_TEXT =
  ' _x0041_ _X0042_ _x005F_x0043_ _x00zz_ _x _ \u0000\u0001\u001f\u007f\u0085\u009f\r\n\t\u2028\ufeff' +
  '<&>"\' ]]> &amp; \u{1f600} \ud83d lone \ude00\ud83d \ufffe\uffff \u00e9\u0301 \ud55c\uae00 ';
