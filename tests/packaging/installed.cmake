# Sources for both tests: what has to stand below `root`, and that it fits together and starts.
set(id io.github.watchfloor.Watchfloor)

function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE complaint)
    if(NOT code EQUAL 0)
        message(FATAL_ERROR "${ARGN} ended with ${code}\n${output}${complaint}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

function(expect_line file line)
    file(READ ${file} text)
    string(FIND "\n${text}" "${line}" place)
    if(place EQUAL -1)
        message(SEND_ERROR "${file} does not say ${line}")
    endif()
endfunction()

function(check_installed root version)
    foreach(file bin/watchfloor libexec/watchfloor/watchfloor-demo-service share/applications/${id}.desktop
                 share/metainfo/${id}.metainfo.xml share/icons/hicolor/scalable/apps/watchfloor.svg
                 share/watchfloor/watchfloor.schema.json share/doc/watchfloor/copyright share/doc/watchfloor/README.md
                 share/doc/watchfloor/changelog.gz)
        if(NOT EXISTS ${root}/${file})
            message(SEND_ERROR "${file} is not installed")
            continue()
        endif()
        file(SIZE ${root}/${file} size)
        if(size EQUAL 0)
            message(SEND_ERROR "${file} is empty")
        endif()
    endforeach()
    # The desktop file starts the program that is installed, shows the icon that is, and is the one that the metainfo means.
    expect_line(${root}/share/applications/${id}.desktop "\nExec=watchfloor")
    expect_line(${root}/share/applications/${id}.desktop "\nIcon=watchfloor\n")
    expect_line(${root}/share/metainfo/${id}.metainfo.xml "<launchable type=\"desktop-id\">${id}.desktop</launchable>")
    expect_line(${root}/share/metainfo/${id}.metainfo.xml "<release version=\"${version}\"")
    run(${root}/bin/watchfloor --version)
    if(NOT output STREQUAL "watchfloor ${version}\n")
        message(SEND_ERROR "the installed program says ${output}")
    endif()
endfunction()
