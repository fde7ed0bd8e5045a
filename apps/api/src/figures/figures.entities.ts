import { LetterProgress } from './letter-progress.entity.js';
import { LoopChange } from './loop-change.entity.js';
import { LoopFigure } from './loop-figure.entity.js';

/** The tables of the loop figures. */
export const figuresEntities = [LetterProgress, LoopChange, LoopFigure];
