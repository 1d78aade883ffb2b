#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

// The macros that check types of arguments need functions, and these are pointers.
#undef curl_easy_setopt
#undef curl_easy_getinfo

static struct {
  CURLcode (*start_all)(long flags);
  CURL *(*start)(void);
  void (*end)(CURL *handle);
  CURLcode (*set)(CURL *handle, CURLoption option, ...);
  CURLcode (*get)(CURL *handle, CURLINFO info, ...);
  CURLcode (*perform)(CURL *handle);
  const char *(*words)(CURLcode code);
} library;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int is_open = 0;

static void *opened(void) {
#ifdef __APPLE__
  static const char *const names[] = {"/usr/lib/libcurl.4.dylib", "libcurl.4.dylib"};
#else
  static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.so"};
#endif
  for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) {
    void *found = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    if (found) return found;
  }
  return NULL;
}

static void open_library(void) {
  void *file = opened();
  if (!file) return;
  *(void **)&library.start_all = dlsym(file, "curl_global_init");
  *(void **)&library.start = dlsym(file, "curl_easy_init");
  *(void **)&library.end = dlsym(file, "curl_easy_cleanup");
  *(void **)&library.set = dlsym(file, "curl_easy_setopt");
  *(void **)&library.get = dlsym(file, "curl_easy_getinfo");
  *(void **)&library.perform = dlsym(file, "curl_easy_perform");
  *(void **)&library.words = dlsym(file, "curl_easy_strerror");
  if (!library.start_all || !library.start || !library.end || !library.set || !library.get ||
      !library.perform || !library.words) {
    return;
  }
  is_open = library.start_all(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

CURL *caderno_curl_start(void) {
  pthread_once(&once, open_library);
  return is_open ? library.start() : NULL;
}

void caderno_curl_end(CURL *handle) { library.end(handle); }

CURLcode caderno_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return library.set(handle, option, value);
}

CURLcode caderno_curl_set_number(CURL *handle, CURLoption option, long value) {
  return library.set(handle, option, value);
}

CURLcode caderno_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return library.set(handle, option, value);
}

CURLcode caderno_curl_set_writer(CURL *handle, curl_write_callback writer, void *context) {
  CURLcode code = library.set(handle, CURLOPT_WRITEFUNCTION, writer);
  return code != CURLE_OK ? code : library.set(handle, CURLOPT_WRITEDATA, context);
}

CURLcode caderno_curl_set_progress(CURL *handle, curl_xferinfo_callback progress, void *context) {
  CURLcode code = library.set(handle, CURLOPT_XFERINFOFUNCTION, progress);
  return code != CURLE_OK ? code : library.set(handle, CURLOPT_XFERINFODATA, context);
}

CURLcode caderno_curl_perform(CURL *handle) { return library.perform(handle); }

long caderno_curl_status(CURL *handle) {
  long status = 0;
  library.get(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

const char *caderno_curl_words(CURLcode code) { return library.words(code); }
