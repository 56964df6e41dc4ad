# cmake --install: component `runtime` (libscantling.so.0, the command line, the licence) and `development` (headers, the archive, the CMake
# package, pkg-config files). Nothing that is installed names the prefix or this machine: the whole may be moved.
include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/scantling)

install(FILES bindings/include/scantling/scantling.h bindings/include/scantling/scantling.hpp
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/scantling COMPONENT development)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT runtime)
if(SCANTLING_CLI)
    install(TARGETS scantling-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT runtime)
endif()

foreach(kind shared static)
    if(TARGET scantling_${kind})
        install(TARGETS scantling_${kind} EXPORT scantling-${kind}
            LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT runtime NAMELINK_COMPONENT development
            ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
        install(EXPORT scantling-${kind} NAMESPACE scantling:: FILE scantling-${kind}-targets.cmake
            DESTINATION ${package_folder} COMPONENT development)
    endif()
endforeach()

configure_package_config_file(cmake/scantling-config.cmake.in scantling-config.cmake INSTALL_DESTINATION ${package_folder}
    NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(scantling-config-version.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/scantling-config.cmake ${PROJECT_BINARY_DIR}/scantling-config-version.cmake
    DESTINATION ${package_folder} COMPONENT development)

# pkg-config: the prefix is told from where the file lies. `scantling` links the shared library, `scantling-static` the archive with what it
# needs; where only the archive is built, `scantling` is that. The private libraries of `scantling` are named one by one, because
# Requires.private would make pkg-config ask for the development files of each even where the shared library is linked.
file(RELATIVE_PATH prefix_from_here /x/${CMAKE_INSTALL_LIBDIR}/pkgconfig /x)
string(REGEX REPLACE "/$" "" prefix_from_here "${prefix_from_here}")
list(JOIN SCANTLING_LINKED_MODULES " " linked_modules)
list(TRANSFORM SCANTLING_LINKED_LIBRARIES PREPEND "-l" OUTPUT_VARIABLE linked_flags)
list(REMOVE_DUPLICATES linked_flags)
list(JOIN linked_flags " " linked_flags)
function(scantling_pkg_config file description libraries more)
    configure_file(cmake/scantling.pc.in ${file}.pc @ONLY)
    install(FILES ${PROJECT_BINARY_DIR}/${file}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
endfunction()
set(of_archive "Requires: ${linked_modules}\nCflags: -I\${includedir} -DSCANTLING_STATIC")
set(archive "-L\${libdir} -l:libscantling.a -lstdc++ -lm -pthread")
if(TARGET scantling_shared)
    scantling_pkg_config(scantling "C interface" "-L\${libdir} -lscantling"
        "Libs.private: ${linked_flags} -lstdc++ -lm -pthread\nCflags: -I\${includedir}")
elseif(TARGET scantling_static)
    scantling_pkg_config(scantling "C interface" "${archive}" "${of_archive}")
endif()
if(TARGET scantling_static)
    scantling_pkg_config(scantling-static "C interface as an archive" "${archive}" "${of_archive}")
endif()
