@echo off
rem Starts Rote; builds it first when it was not built yet.
set "here=%~dp0"
set "jar=%here%app\target\rote.jar"
if not exist "%jar%" (
  echo Building Rote, the first time takes a minute or two ... 1>&2
  pushd "%here%"
  call mvn -B -q -DskipTests -Dspotless.check.skip=true -pl app -am package 1>&2 || (popd & exit /b 3)
  popd
)
set "OMP_WAIT_POLICY=PASSIVE"
if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java") else (set "java=java")
"%java%" %ROTE_JAVA_OPTIONS% -jar "%jar%" %*
