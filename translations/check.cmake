# SPDX-FileCopyrightText: 2026 The Jettison developers
# SPDX-License-Identifier: MIT

# Fails if a text of the sources is missing in a translation, unfinished in it, or no longer in the sources.
function(check file)
    set(copy ${WORK_DIR}/${file})
    file(COPY ${SOURCE_DIR}/translations/${file} DESTINATION ${WORK_DIR})
    execute_process(
        COMMAND ${LUPDATE} -silent -locations none ${SOURCE_DIR}/src ${SOURCE_DIR}/ui -I ${SOURCE_DIR}/src
            ${ARGN} -ts ${copy}
        COMMAND_ERROR_IS_FATAL ANY)
    file(READ ${copy} text)
    foreach(state unfinished vanished obsolete)
        string(REGEX MATCHALL "<source>[^<]*</source>[^<]*<translation type=\"${state}\"" found "${text}")
        list(LENGTH found count)
        if(count GREATER 0)
            list(JOIN found "\n" texts)
            message(SEND_ERROR "${file}: ${count} ${state}; run the target update_translations and translate:\n${texts}")
        endif()
    endforeach()
endfunction()

file(REMOVE_RECURSE ${WORK_DIR})
check(jettison_zh_CN.ts)
check(jettison_en.ts -pluralonly)
