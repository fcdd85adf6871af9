/** The public face of Alertwire's core: hosts import from here and from nowhere else. */
