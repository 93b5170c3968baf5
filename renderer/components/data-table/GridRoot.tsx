import { alpha, styled } from '@mui/material/styles';

/** Height of every row and of the header, in pixels. */
export const ROW_HEIGHT = 32;

declare module 'react' {
  interface CSSProperties {
    /** The tracks of every row, and how narrow they can be: a column is widened without drawing a row again. */
    readonly '--ew-tracks'?: string;
    readonly '--ew-least-width'?: string;
  }
}

/** The scrolling grid. Rows are styled from here by class: one style sheet, however many rows. */
export const GridRoot = styled('div')(({ theme }) => ({
  position: 'relative',
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  backgroundColor: theme.palette.background.paper,
  outline: 'none',
  '&:focus-visible:not([aria-activedescendant])': { boxShadow: `inset 0 0 0 2px ${theme.palette.primary.main}` },
  '& .ew-row, & .ew-head': {
    display: 'grid',
    alignItems: 'center',
    gridTemplateColumns: 'var(--ew-tracks)',
    height: ROW_HEIGHT,
    boxSizing: 'border-box',
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  '& .ew-head-group': { position: 'sticky', top: 0, zIndex: 1, minWidth: 'var(--ew-least-width)' },
  '& .ew-body': { position: 'relative', minWidth: 'var(--ew-least-width)' },
  '& .ew-head': {
    backgroundColor: theme.palette.background.default,
    color: theme.palette.text.secondary,
    fontSize: 12,
    fontWeight: 600,
  },
  '& .ew-row': {
    position: 'absolute',
    top: 0,
    left: 0,
    right: 0,
    // What changes in a row moves nothing outside of it: the others are not laid out again.
    contain: 'strict',
    cursor: 'default',
    userSelect: 'none',
  },
  '& .ew-row:hover': { backgroundColor: alpha(theme.palette.text.primary, 0.04) },
  '& .ew-row[aria-selected="true"]': { backgroundColor: alpha(theme.palette.primary.main, 0.13) },
  '&:focus-visible .ew-row[data-active="true"]': {
    outline: `2px solid ${theme.palette.primary.main}`,
    outlineOffset: -2,
  },
  '& .ew-cell': {
    padding: '0 10px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    userSelect: 'text',
  },
  '& .ew-title-cell': { position: 'relative' },
  '& .ew-edge': {
    position: 'absolute',
    top: 6,
    right: 0,
    bottom: 6,
    width: 7,
    borderRight: `1px solid ${theme.palette.divider}`,
    cursor: 'col-resize',
    touchAction: 'none',
  },
  '& .ew-edge:hover, & .ew-edge:active': { borderRightColor: theme.palette.primary.main },
  '& .ew-title': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '& .ew-mark': { display: 'flex', justifyContent: 'center', padding: 0, color: theme.palette.text.secondary },
  '& .ew-row[aria-selected="true"] .ew-mark': { color: theme.palette.primary.main },
  '& .ew-mark .ew-sign': { width: 18, height: 18 },
}));
