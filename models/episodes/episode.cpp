#include "models/episodes/episode.h"
