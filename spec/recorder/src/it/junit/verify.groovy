// The tests have run, and both of them.
def report = new File(basedir, 'target/surefire-reports/TEST-example.MyQueueTest.xml').text
assert report =~ /tests="2"/
assert report =~ /failures="0"/
assert report =~ /errors="0"/
