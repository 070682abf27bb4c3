// The tests have run, and both of them.
def report = new File(basedir, 'target/surefire-reports/TEST-example.MyRingTest.xml').text
assert report =~ /tests="2"/
assert report =~ /failures="0"/
