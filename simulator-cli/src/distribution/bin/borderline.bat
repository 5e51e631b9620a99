@rem UNTESTED: nobody has started this on Windows yet. Where it fails, java -jar borderline.jar is the same program.
@echo off
rem Starts the command line of Borderline as installed. Needs Java 17 or later, from JAVA_HOME or the PATH.
setlocal
set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" %BORDERLINE_JAVA_OPTIONS% -Dborderline.command=borderline -jar "%~dp0..\borderline.jar" %*
exit /b %errorlevel%
