import { z } from 'zod';

// Without this zod writes a program for each shape and has it compiled: nothing here runs code that is made of strings.
z.config({ jitless: true });

export { z };
