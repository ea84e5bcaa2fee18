# `cmake --install` into a root of its own.
include(${CMAKE_CURRENT_LIST_DIR}/installed.cmake)
file(REMOVE_RECURSE ${FOLDER})
run(${CMAKE_COMMAND} -E env DESTDIR=${FOLDER} ${CMAKE_COMMAND} --install ${BUILD} --prefix /usr)
check_installed(${FOLDER}/usr ${VERSION})
file(REMOVE_RECURSE ${FOLDER})
