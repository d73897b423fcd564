'use client';
import { createContext } from 'react';

/** Whether the form around has to wait before it may be sent again. */
export const SubmitWait = createContext(false);
