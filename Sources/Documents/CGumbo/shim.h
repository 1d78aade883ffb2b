#include <gumbo.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

// Memory of one document: blocks in a list, up to a limit.
typedef struct caderno_block {
  struct caderno_block *next;
} caderno_block;

typedef struct {
  caderno_block *blocks;
  char *place;
  size_t left;
  size_t budget;
  jmp_buf exhausted;
} caderno_arena;

static inline void *caderno_arena_allocate(void *userdata, size_t size) {
  caderno_arena *arena = userdata;
  size = (size + 15) & ~(size_t)15;
  if (size > arena->left) {
    size_t block = size > 65536 ? size : 65536;
    if (block > arena->budget) longjmp(arena->exhausted, 1);
    caderno_block *fresh = malloc(block + 16);
    if (!fresh) longjmp(arena->exhausted, 1);
    arena->budget -= block;
    fresh->next = arena->blocks;
    arena->blocks = fresh;
    arena->place = (char *)fresh + 16;
    arena->left = block;
  }
  void *result = arena->place;
  arena->place += size;
  arena->left -= size;
  return result;
}

static inline void caderno_arena_keep(void *userdata, void *pointer) {
  (void)userdata;
  (void)pointer;
}

static inline void caderno_arena_free(caderno_arena *arena) {
  while (arena->blocks) {
    caderno_block *next = arena->blocks->next;
    free(arena->blocks);
    arena->blocks = next;
  }
  free(arena);
}

// The arena of a document that may take so many bytes; null where there is no memory.
static inline caderno_arena *caderno_arena_make(size_t budget) {
  caderno_arena *arena = calloc(1, sizeof(caderno_arena));
  if (arena) arena->budget = budget;
  return arena;
}

// The root of a fragment as it would stand in a body; null where it needs more than the arena may hold.
static inline GumboNode *caderno_gumbo_parse(caderno_arena *arena, const unsigned char *html,
                                             size_t length) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = caderno_arena_allocate;
  options.deallocator = caderno_arena_keep;
  options.userdata = arena;
  options.max_errors = 0;
  options.fragment_context = GUMBO_TAG_BODY;
  if (setjmp(arena->exhausted)) return NULL;
  return gumbo_parse_with_options(&options, (const char *)html, length)->root;
}

// A child of an element, and an attribute.
static inline GumboNode *caderno_gumbo_child(const GumboNode *node, unsigned index) {
  return node->v.element.children.data[index];
}

static inline GumboAttribute *caderno_gumbo_attribute(const GumboNode *node, unsigned index) {
  return node->v.element.attributes.data[index];
}
