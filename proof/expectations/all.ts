import * as cadres from './cadres';
import type { ActionCase, RouteCase } from './cases';
import * as foundation from './foundation';
import * as meetings from './meetings';
import * as members from './members';
import * as procedures from './procedures';
import * as ratings from './ratings';
import * as rotations from './rotations';
import * as succession from './succession';

const FEATURES = [foundation, members, meetings, cadres, succession, procedures, rotations, ratings];

/** Every page and route handler with the right it stands for. A route of the build that is missing here fails the test, one that is gone too. */
export const ROUTES: readonly RouteCase[] = FEATURES.flatMap(({ routes }) => routes);

/** Every action with the right it stands for and a form that names the target. */
export const ACTIONS: readonly ActionCase[] = FEATURES.flatMap(({ actions }) => actions);
