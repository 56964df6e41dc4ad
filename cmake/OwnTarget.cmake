# What every target of ours has: C++20, warnings as errors, hidden symbols, the include root, sanitizers.
function(scantling_own_target target)
    target_compile_features(${target} PUBLIC cxx_std_20)
    set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
        POSITION_INDEPENDENT_CODE ON)
    target_include_directories(${target} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
        -Wold-style-cast -Woverloaded-virtual -Wimplicit-fallthrough)
    # `struct Row` that names a class: only another ABI minds.
    if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        target_compile_options(${target} PRIVATE -Wno-mismatched-tags)
    endif()
    # GCC 12 warns of overlapping memcpy in std::string's operator+ wherever it inlines it (its bug 105651).
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        target_compile_options(${target} PRIVATE -Wno-restrict)
    endif()
    if(SCANTLING_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    if(SCANTLING_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=${SCANTLING_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
        target_link_options(${target} PUBLIC -fsanitize=${SCANTLING_SANITIZE})
    endif()
    if(SCANTLING_FUZZ)
        target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
    endif()
endfunction()

# An executable that is started often: only what is used is linked, and the C++ runtime comes with it, because the dynamic
# linker's work is most of such a process's life.
function(scantling_executable target)
    target_link_options(${target} PRIVATE -Wl,--gc-sections -Wl,--as-needed -Wl,-O1)
    if(SCANTLING_STATIC_DEPS AND NOT SCANTLING_SANITIZE)
        target_link_options(${target} PRIVATE -static-libstdc++ -static-libgcc)
    endif()
endfunction()
