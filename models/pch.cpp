// Carries the precompiled header of this storey.
