import { createTheme, type Theme } from '@mui/material/styles';
import { koKR } from '@mui/material/locale';
import type { DeploymentColour } from '../../shared/models/deployment.ts';
import type { Language } from '../../shared/i18n/index.ts';

/** Fonts every supported system already has, Latin first and a Korean face behind each; nothing is downloaded. */
const TEXT_FONTS = [
  '"Segoe UI Variable Text"',
  '"Segoe UI"',
  'system-ui',
  '-apple-system',
  '"Malgun Gothic"',
  '"Apple SD Gothic Neo"',
  '"Noto Sans KR"',
  '"Noto Sans CJK KR"',
  'sans-serif',
].join(', ');

/** For PowerShell, names and fingerprints: what must be compared letter by letter. */
export const CODE_FONTS = [
  'ui-monospace',
  '"Cascadia Mono"',
  '"SF Mono"',
  'Menlo',
  'Consolas',
  '"DejaVu Sans Mono"',
  '"Noto Sans Mono CJK KR"',
  'monospace',
].join(', ');

/** A window too narrow for everything beside each other: half a screen. For `sx`. */
export const NARROW = '@media (max-width: 899.95px)';

/** The class of a pane beside a table: in a narrow window it stands in the table's place. */
export const PANE_CLASS = 'ew-pane';

const LIGHT = {
  primary: { main: '#1a5fb4' },
  background: { default: '#f4f6f8', paper: '#ffffff' },
  text: { primary: '#1b2229', secondary: '#55606c' },
  divider: '#dce1e7',
  success: { main: '#1b7a3d' },
  warning: { main: '#8f5200' },
  error: { main: '#b3261e' },
  info: { main: '#1a5fb4' },
};

const DARK = {
  primary: { main: '#86b7f7' },
  background: { default: '#14181d', paper: '#1b2026' },
  text: { primary: '#e6eaee', secondary: '#a5b0bb' },
  divider: '#303841',
  success: { main: '#6fcf8e' },
  warning: { main: '#f0b45c' },
  error: { main: '#f59c95' },
  info: { main: '#86b7f7' },
};

/** How each mode paints the colours a deployment may have: 3:1 against both of its grounds. */
const DEPLOYMENT_PAINT: Readonly<Record<'light' | 'dark', Readonly<Record<DeploymentColour, string>>>> = {
  light: {
    grey: '#6b7680',
    red: '#b3261e',
    orange: '#b85400',
    yellow: '#8a6d00',
    green: '#1b7a3d',
    teal: '#0b7285',
    blue: '#1a5fb4',
    purple: '#7b3fa0',
  },
  dark: {
    grey: '#98a3ad',
    red: '#f28b82',
    orange: '#f0a35c',
    yellow: '#e3cb5c',
    green: '#6fcf8e',
    teal: '#5cc4cf',
    blue: '#86b7f7',
    purple: '#c79bea',
  },
};

/** The one theme in its two modes: dense, flat, one accent; colour is never the only sign of anything. */
export function themeFor(mode: 'light' | 'dark', language: Language): Theme {
  const palette = mode === 'light' ? LIGHT : DARK;
  const edge = { border: `1px solid ${palette.divider}` };
  const ring = { outline: `2px solid ${palette.primary.main}`, outlineOffset: 1 };
  // Round the mark itself: round all that can be pressed it would lie on the first letter of the label.
  const markRing = {
    '&.Mui-focusVisible': { outline: 'none', '& .MuiSvgIcon-root': { ...ring, outlineOffset: 0, borderRadius: 4 } },
  };
  return createTheme(
    {
      palette: { mode, ...palette },
      shape: { borderRadius: 5 },
      // Nothing glides: what was asked for is there at once, and nobody is made sick by it.
      // Tabs are scrolled by script: one that still glides is not where it was pressed. Not 0, which they divide by.
      transitions: { create: () => 'none', duration: { standard: 1 } },
      typography: {
        fontFamily: TEXT_FONTS,
        fontSize: 13,
        htmlFontSize: 16,
        body1: { fontSize: 13, lineHeight: 1.45 },
        body2: { fontSize: 12.5, lineHeight: 1.45 },
        caption: { fontSize: 12, lineHeight: 1.4 },
        h1: { fontSize: 16, fontWeight: 600, lineHeight: 1.3 },
        h2: { fontSize: 14, fontWeight: 600, lineHeight: 1.3 },
        h3: { fontSize: 12.5, fontWeight: 600, lineHeight: 1.3 },
        button: { fontSize: 13, fontWeight: 500, textTransform: 'none' },
      },
      components: {
        MuiButtonBase: {
          defaultProps: { disableRipple: true },
          styleOverrides: {
            root: {
              '&.Mui-focusVisible': ring,
            },
          },
        },
        MuiButton: {
          defaultProps: { size: 'small', disableElevation: true },
          // A Korean word may be broken at any letter: the label of a button is one line in every window.
          styleOverrides: {
            root: {
              whiteSpace: 'nowrap',
              flexShrink: 0,
              '&[aria-disabled=true]': { opacity: 0.6, cursor: 'default' },
            },
            startIcon: { '& > *:nth-of-type(1)': { fontSize: 16 } },
          },
        },
        MuiIconButton: { defaultProps: { size: 'small' } },
        MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
        MuiAlert: { styleOverrides: { root: { alignItems: 'flex-start' } } },
        MuiMenuItem: {
          defaultProps: { dense: true },
          // An entry is as wide as its menu, which cuts what stands out of it.
          styleOverrides: { root: { '&.Mui-focusVisible': { outlineOffset: -2 } } },
        },
        MuiListItemText: { styleOverrides: { secondary: { whiteSpace: 'normal' } } },
        MuiTooltip: { defaultProps: { enterDelay: 400, arrow: true } },
        MuiTabs: { styleOverrides: { root: { minHeight: 36 } } },
        MuiTab: {
          styleOverrides: {
            // Tabs scroll, and what scrolls cuts what stands out of it.
            root: { minHeight: 36, padding: '6px 12px', fontSize: 13, '&.Mui-focusVisible': { outlineOffset: -2 } },
          },
        },
        MuiCheckbox: { styleOverrides: { root: markRing } },
        MuiRadio: { styleOverrides: { root: markRing } },
        MuiFormHelperText: { styleOverrides: { root: { marginInline: 2, fontSize: 12 } } },
        // MUI lightens raised surfaces in the dark; a border says the same and leaves the contrast as it was checked.
        MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' }, elevation8: edge, elevation24: edge } },
        MuiPopover: { defaultProps: { transitionDuration: 0, slotProps: COVER } },
        // A menu gives its Popover a time of its own, in which it is seen no more and covers the page still.
        MuiMenu: { defaultProps: { transitionDuration: 0 } },
        MuiDialog: { defaultProps: { transitionDuration: 0, slotProps: COVER } },
        // Labels stand above their fields at full size: a label shrunk into the border is too small to read in Korean.
        MuiInputLabel: {
          defaultProps: { shrink: true },
          styleOverrides: {
            root: {
              position: 'static',
              transform: 'none',
              fontSize: 12.5,
              fontWeight: 600,
              lineHeight: 1.4,
              marginBottom: 4,
              whiteSpace: 'normal',
            },
          },
        },
        MuiOutlinedInput: {
          styleOverrides: {
            notchedOutline: { top: 0, '& legend': { display: 'none' } },
            // Scrolled into sight with its label, which stands above it.
            input: { padding: '6px 10px', scrollMarginTop: 36 },
            multiline: { padding: 0 },
          },
        },
        MuiCssBaseline: {
          styleOverrides: {
            // Korean is read by words, and broken between them; a name too long for its line is broken anywhere.
            body: { overflow: 'hidden', wordBreak: 'keep-all', overflowWrap: 'break-word' },
            // Covered, so neither to be reached by Tab nor to be read; it keeps its size and its place in the list.
            [NARROW]: { [`*:has(+ .${PANE_CLASS})`]: { visibility: 'hidden' } },
            '.ew-sign': { flex: 'none', width: 16, height: 16, fill: 'none', stroke: 'currentColor', strokeWidth: 2 },
            '.ew-sign-allowed': { color: palette.success.main },
            '.ew-sign-blocked': { color: palette.error.main },
            '.ew-sign-unknown': { color: palette.text.secondary },
            '.ew-sign-off': { color: palette.text.secondary },
            '.ew-sign-warning': { color: palette.warning.main },
            '.ew-sign-marked': { fill: 'currentColor', fillRule: 'evenodd', stroke: 'none' },
            '.ew-signed': {
              display: 'inline-flex',
              alignItems: 'center',
              gap: 6,
              verticalAlign: 'middle',
              maxWidth: '100%',
              '& > span': { overflow: 'hidden', textOverflow: 'ellipsis' },
            },
          },
        },
      },
    },
    language === 'ko' ? koKR : {},
  );
}

/** The paint of a deployment's colour, for `sx`. */
export function paintOf(colour: DeploymentColour): (theme: Theme) => string {
  return ({ palette }) => DEPLOYMENT_PAINT[palette.mode][colour];
}

/**
 * What covers the page stands in it until a timer ends, and a dialog that was opened while nothing had the focus would
 * keep it so long: what is being closed takes part in nothing any more.
 */
const COVER = {
  transition: {
    onEnter: (cover: HTMLElement) => void cover.toggleAttribute('inert', false),
    onExit: (cover: HTMLElement) => void cover.toggleAttribute('inert', true),
  },
};
